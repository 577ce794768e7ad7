import { spokenMoney } from '@foreword/core/spoken-money'
import { useState } from 'react'
import { currencies, moneyOf } from '../../money.ts'
import { notifyProblem } from '../../shell/notices.ts'
import { Select } from '../../ui/Field.tsx'
import { TextSetting } from '../settingControls.tsx'
import type { Group } from './useGroups.ts'

interface Props {
  budget: Group['budget']
  onChange: (budget: Group['budget']) => void
}

/** An amount and its currency; an empty amount is no budget. */
export function BudgetSetting({ budget, onChange }: Props) {
  const [chosen, setChosen] = useState('USD')
  const currency = budget?.currency ?? chosen
  const keep = (text: string, inCurrency: string) => {
    const next = moneyOf(text, inCurrency)
    if (next === undefined) notifyProblem('The budget is no amount: write it in figures, such as 250,000.')
    else onChange(next)
  }
  const amount = budget === null ? '' : spokenMoney(budget).replace(` ${currency}`, '')
  return (
    <div className="flex gap-2 sm:w-56">
      <TextSetting label="Budget" value={amount} mayBeEmpty onChange={(text) => keep(text, currency)} />
      <div className="w-26 shrink-0">
        <Select
          label="Currency of the budget"
          hideLabel
          value={currency}
          onChange={({ currentTarget: { value } }) => {
            setChosen(value)
            if (budget !== null) keep(amount, value)
          }}
        >
          {currencies.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
      </div>
    </div>
  )
}
